package podo.gateway.guard;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.stream.Collectors;

/** The addresses of this machine itself. */
record OwnAddresses(Set<String> addresses) {

    static final OwnAddresses NONE = new OwnAddresses(Set.of());

    static OwnAddresses ofThisMachine() {
        try {
            return new OwnAddresses(NetworkInterface.networkInterfaces()
                    .flatMap(network -> network.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.replaceFirst("%.*", ""))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (SocketException e) {
            return new OwnAddresses(Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
        }
    }

    boolean contain(String address) {
        return addresses.contains(address) || !addresses.isEmpty() && address.startsWith("127.");
    }
}
