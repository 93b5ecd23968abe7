"""Projects: the models, and the binding of a document through a schema."""
