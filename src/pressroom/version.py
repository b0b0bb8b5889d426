"""The version of Pressroom, read by the build backend as well; imports nothing."""

__version__ = "0.1.0"
