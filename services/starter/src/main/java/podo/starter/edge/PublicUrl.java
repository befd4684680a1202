package podo.starter.edge;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where browsers reach Podo ({@code podo.public-url}): the scheme and host of every absolute address, whatever {@code Host} a
 * request carries. Under https all cookies are {@code Secure} and named {@code __Host-…}, which browsers accept for the path
 * {@code /} only, from this host only and by https only.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host and port in lower case; without the port where it is the scheme's own
 */
public record PublicUrl(String scheme, String authority) {

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private static final String BOUND_TO_HOST = "__Host-";

    /** @throws IllegalArgumentException for what is not http(s)://host[:port] */
    public static PublicUrl of(String url) {
        URI parsed = URI.create(url.strip().replaceFirst("/$", ""));
        String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = parsed.getHost() != null
                && parsed.getRawUserInfo() == null
                && parsed.getRawPath().isEmpty()
                && parsed.getRawQuery() == null
                && parsed.getRawFragment() == null;
        if (!plain || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "PODO_PUBLIC_URL must be http://HOST[:PORT] or https://HOST[:PORT], without a path; not: " + url);
        }
        return new PublicUrl(scheme, withoutDefaultPort(scheme, parsed.getAuthority()));
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** Whether only this machine reaches it, as on a laptop. */
    public boolean isLoopback() {
        return isLoopback(authority);
    }

    /** @param host with or without a port */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** @param path begins with a slash */
    public String address(String path) {
        return scheme + "://" + authority + path;
    }

    /** Without its port; an IPv6 address in brackets. */
    public String host() {
        return authority.replaceFirst(":[0-9]+$", "");
    }

    public int port() {
        String port = authority.substring(host().length());
        return port.isEmpty() ? isSecure() ? 443 : 80 : Integer.parseInt(port.substring(1));
    }

    /** Whether a request's {@code Host} names this address. */
    public boolean isNamedBy(String host) {
        return authority.equals(withoutDefaultPort(scheme, host));
    }

    public String cookieName(String name) {
        return isSecure() ? BOUND_TO_HOST + name : name;
    }

    /** The narrow path of a cookie; {@code /} under https, which the prefix of its name demands. */
    public String cookiePath(String narrow) {
        return isSecure() ? "/" : narrow;
    }

    private static String withoutDefaultPort(String scheme, String authority) {
        String port = scheme.equals("https") ? ":443" : ":80";
        String lower = authority.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }
}
