"""What is measured, each figure beside its floor in the same run; never part of the tests."""
