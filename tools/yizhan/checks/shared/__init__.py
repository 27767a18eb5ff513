"""What several checks share; the checks themselves are the modules beside this folder."""
