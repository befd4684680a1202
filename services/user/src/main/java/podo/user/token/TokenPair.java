package podo.user.token;

/**
 * What a log-in gives.
 *
 * @param expiresIn the access token's life in seconds
 */
record TokenPair(String accessToken, String refreshToken, long expiresIn) {

    /** Never prints the tokens. */
    @Override
    public String toString() {
        return "TokenPair[" + expiresIn + " s]";
    }
}
