"""What follows from the records on a day; pure, without language and without HTML."""
