"""The values between the steps: frozen dataclasses, without I/O; imports no other package."""
