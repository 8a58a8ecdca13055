"""A village and a request -> its plan, stage after stage; `engine` is the contents page.

In: `Village`, `KnowledgeBase`, `Request`. Out: `Result`. No stage imports another; each is a plain function.
Imports: knowledge, language, model, request.
"""
