"""What several quantities or dates of a text say together: earlier estimates, occasions, measures, order"""
