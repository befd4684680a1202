package podo.user.token;

/**
 * The answer to a log-in or a refresh.
 *
 * @param expiresIn lifetime of the access token in seconds
 */
record TokenPair(String accessToken, String refreshToken, long expiresIn) {

    /** Leaves out the tokens. */
    @Override
    public String toString() {
        return "TokenPair[" + expiresIn + " s]";
    }
}
