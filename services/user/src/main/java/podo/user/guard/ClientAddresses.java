package podo.user.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Determines a client's address: the TCP peer's, or behind a trusted proxy the last value of {@code X-Forwarded-For}. */
@Component
public class ClientAddresses {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<IpAddressMatcher> trustedProxies;
    private final boolean exemptOwnAddresses;

    ClientAddresses(LogInLimitSettings settings) {
        this.trustedProxies =
                settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
        this.exemptOwnAddresses = settings.exemptOwnAddresses();
    }

    public String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (trustedProxies.stream().noneMatch(proxy -> proxy.matches(peer))) {
            return peer;
        }
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        if (forwarded.isEmpty()) {
            return peer;
        }
        String lastHeader = forwarded.getLast();
        return lastHeader.substring(lastHeader.lastIndexOf(',') + 1).strip();
    }

    /** Whether the address is one of this machine's own and those have no limit, as on a laptop. */
    boolean isExempt(String address) {
        return exemptOwnAddresses && isOwnAddress(address);
    }

    /** The address for a log line; a text that is none stays out of the log. */
    public static String printable(String address) {
        try {
            return parse(address).getHostAddress();
        } catch (UnknownHostException e) {
            return "an unknown address";
        }
    }

    /** The part of an address that is counted: all of an IPv4 address, the /64 network of an IPv6 address. */
    static String network(String address) {
        try {
            byte[] bytes = parse(address).getAddress();
            if (bytes.length == 4) {
                return address;
            }
            StringBuilder prefix = new StringBuilder();
            for (int i = 0; i < IPV6_NETWORK_BYTES; i++) {
                prefix.append("%02x".formatted(bytes[i]));
            }
            return prefix.toString();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static boolean isOwnAddress(String address) {
        try {
            InetAddress parsed = parse(address);
            return parsed.isLoopbackAddress() || NetworkInterface.getByInetAddress(parsed) != null;
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }

    /** Parses a literal address only, so that a host name from a header never causes a DNS look-up. */
    private static InetAddress parse(String address) throws UnknownHostException {
        if (!address.matches("[0-9a-fA-F.:]{2,45}") || !(address.contains(":") || address.matches("[0-9.]+"))) {
            throw new UnknownHostException(address);
        }
        return InetAddress.getByName(address);
    }
}
