"""The web application: who may talk to it, its addresses, its pages and what they ask for."""
