"""What earlier builds left to be used again: dependencies of outputs, manifests, kept results of steps."""
