"""Rules: one module for each subject, beside it the YAML with its words and examples."""
