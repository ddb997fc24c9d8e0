"""Google Colab's library, as far as its documentation tells of what Lukis asks of it. The person is an environment."""
