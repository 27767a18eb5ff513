"""Running the checks: what has to be judged again, what is kept between runs, where findings stand."""
