"""A village and a request -> its plan, stage after stage; `engine` is the contents page."""
