"""What is done with plans and knowledge besides planning: check, verify, explain, ask, what-if.

In: results, documents, knowledge bases. Out: findings about them, as nouns that `outputs` words.
Imports: knowledge, language, model, pipeline, request, villages.
"""
