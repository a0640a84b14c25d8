"""The shape of `docs/guide.yml`: frozen models, every key named, nothing else let in; one module per subject."""
