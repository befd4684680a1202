package podo.gateway.guard;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.stream.Collectors;

/** IP addresses of this machine's network interfaces, and 127.0.0.0/8. */
record LocalAddresses(Set<String> addresses) {

    static final LocalAddresses NONE = new LocalAddresses(Set.of());

    static LocalAddresses ofThisMachine() {
        try {
            return new LocalAddresses(NetworkInterface.networkInterfaces()
                    .flatMap(network -> network.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.replaceFirst("%.*", ""))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (SocketException e) {
            return new LocalAddresses(Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
        }
    }

    boolean contains(String address) {
        return addresses.contains(address) || !addresses.isEmpty() && address.startsWith("127.");
    }
}
