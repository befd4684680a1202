package podo.stack.supervisor.settings;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;

/**
 * The addresses that gateway and simulator listen on: loopback unless {@code PODO_LISTEN} or {@code PODO_SIMULATOR_LISTEN} names
 * another one of this machine. Everything else listens on loopback always.
 */
public record ListenAddresses(String gateway, String simulator) {
    public static final String LOOPBACK = "127.0.0.1";
    /** The password of the demo's accounts, which everybody can read in the README. */
    static final String PUBLISHED_PASSWORD = "podo-demo";

    private static final int SHORTEST_PASSWORD = 10;

    public static ListenAddresses of(StackSettings settings) {
        return new ListenAddresses(address(settings, "PODO_LISTEN"), address(settings, "PODO_SIMULATOR_LISTEN"));
    }

    /** The password of the demo's accounts: {@code PODO_DEMO_PASSWORD}, or the published one. */
    public static String demoPassword(StackSettings settings) {
        return settings.get("PODO_DEMO_PASSWORD", PUBLISHED_PASSWORD);
    }

    /** Throws {@link CannotStart} when another machine could log in with the published password. */
    void check(StackSettings settings) {
        var password = demoPassword(settings);
        if (!password.equals(PUBLISHED_PASSWORD) && password.length() < SHORTEST_PASSWORD) {
            throw new CannotStart("PODO_DEMO_PASSWORD needs at least " + SHORTEST_PASSWORD + " characters.");
        }
        var open = !isLoopback(gateway) || !isLoopback(simulator);
        if (open && settings.demo() && password.equals(PUBLISHED_PASSWORD)) {
            throw new CannotStart(
                    "Other machines could log in as organiser@podo.dev, because the demo's password stands in the README.\n"
                            + "Choose another one: PODO_DEMO_PASSWORD=… ./podo up --listen " + gateway
                            + "\nor start without the demo: SPRING_PROFILES_ACTIVE=none ./podo up --listen " + gateway);
        }
    }

    /** Where this machine reaches a process that listens on the address; IPv6 in brackets. */
    public static String host(String listening) {
        var address = parsed("address", listening);
        if (address.isAnyLocalAddress() || address.getHostAddress().equals(LOOPBACK)) {
            return LOOPBACK;
        }
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** The host in an address for people: localhost, or the one address that is listened on. */
    static String publicHost(String listening) {
        var host = host(listening);
        return host.equals(LOOPBACK) ? "localhost" : host;
    }

    static boolean isLoopback(String address) {
        return parsed("address", address).isLoopbackAddress();
    }

    private static String address(StackSettings settings, String variable) {
        var text = settings.get(variable, LOOPBACK).strip();
        var address = parsed(variable, text);
        try {
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw new CannotStart(
                        variable + "=" + text + " is no address of this machine (0.0.0.0 means all of them).");
            }
        } catch (IOException e) {
            throw new CannotStart(variable + "=" + text + " can't be checked: " + e.getMessage());
        }
        return address.getHostAddress();
    }

    private static InetAddress parsed(String variable, String text) {
        try {
            return InetAddress.getByName(text);
        } catch (IOException e) {
            throw new CannotStart(
                    variable + "=" + text + " is no address: use one of this machine, or 0.0.0.0 for all of them.");
        }
    }
}
