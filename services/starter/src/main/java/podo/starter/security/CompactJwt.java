package podo.starter.security;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The one spelling of a signed token: three parts of Base64URL without padding. The libraries ignore what is no Base64URL, so that a
 * token with anything after its signature would have many spellings, and a list of refused tokens would miss them.
 */
final class CompactJwt {

    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private CompactJwt() {}

    static boolean isWellFormed(String token) {
        return PARTS.matcher(token).matches() && isCanonical(token.substring(token.lastIndexOf('.') + 1));
    }

    /** The last character carries unused bits, which must be zero. */
    private static boolean isCanonical(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
