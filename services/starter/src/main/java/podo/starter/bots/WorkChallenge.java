package podo.starter.bots;

/**
 * A challenge of ALTCHA's protocol: find the number from 0 to {@code maxnumber} for which the hash of {@code salt + number}, in hexadecimal digits, is
 * {@code challenge}.
 *
 * @param algorithm SHA-256
 * @param salt also says for whom, for what and until when, which the signature covers
 */
public record WorkChallenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}
