package podo.user.token;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Whose address a request comes from: the TCP peer's, or the last one that a trusted proxy saw. */
@Component
class ClientAddresses {

    private static final int HALF_OF_IPV6 = 8;

    private final List<IpAddressMatcher> proxies;
    private final boolean exemptOwn;

    ClientAddresses(LogInLimitSettings settings) {
        this.proxies =
                settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
        this.exemptOwn = settings.exemptOwnAddresses();
    }

    String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (proxies.stream().noneMatch(proxy -> proxy.matches(peer))) {
            return peer;
        }
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        if (forwarded.isEmpty()) {
            return peer;
        }
        String seen = forwarded.getLast();
        return seen.substring(seen.lastIndexOf(',') + 1).strip();
    }

    /** On a laptop this machine may try as often as it likes. */
    boolean isExempt(String address) {
        return exemptOwn && isOwn(address);
    }

    /** What is counted: an IPv4 address, or the half of an IPv6 address that one household has. */
    static String network(String address) {
        try {
            byte[] bytes = literal(address).getAddress();
            if (bytes.length == 4) {
                return address;
            }
            StringBuilder half = new StringBuilder();
            for (int i = 0; i < HALF_OF_IPV6; i++) {
                half.append("%02x".formatted(bytes[i]));
            }
            return half.toString();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static boolean isOwn(String address) {
        try {
            InetAddress literal = literal(address);
            return literal.isLoopbackAddress() || NetworkInterface.getByInetAddress(literal) != null;
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }

    /** Reads digits only: a name from a header must never be looked up. */
    private static InetAddress literal(String address) throws UnknownHostException {
        if (!address.matches("[0-9a-fA-F.:]{2,45}") || !(address.contains(":") || address.matches("[0-9.]+"))) {
            throw new UnknownHostException(address);
        }
        return InetAddress.getByName(address);
    }
}
