"""Villages under one budget of others: plans at prices, prices from a programme of plans, one plan each, a bound."""
