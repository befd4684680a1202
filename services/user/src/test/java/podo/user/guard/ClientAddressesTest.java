package podo.user.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {

    private final ClientAddresses addresses = addresses(true);

    private static ClientAddresses addresses(boolean exemptOwn) {
        return new ClientAddresses(new LogInLimitSettings(
                new LogInLimitSettings.LogIn(3, 3, Duration.ofMinutes(1), 3, Duration.ofMinutes(1)),
                List.of("127.0.0.0/8", "::1"),
                exemptOwn));
    }

    private static MockHttpServletRequest from(String peer, String... forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        for (String header : forwarded) {
            request.addHeader("X-Forwarded-For", header);
        }
        return request;
    }

    @Test
    void theHeaderOfAnUntrustedPeerIsIgnored() {
        assertThat(addresses.of(from("203.0.113.9", "198.51.100.1"))).isEqualTo("203.0.113.9");
    }

    @Test
    void theLastForwardedValueOfATrustedProxyIsUsed() {
        assertThat(addresses.of(from("127.0.0.1", "6.6.6.6, 198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(addresses.of(from("::1", "6.6.6.6", "198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(addresses.of(from("127.0.0.1"))).isEqualTo("127.0.0.1");
    }

    @Test
    void onALaptopItsOwnAddressesAreExempt() {
        assertThat(addresses.isExempt("127.0.0.1")).isTrue();
        assertThat(addresses.isExempt("::1")).isTrue();
        assertThat(addresses.isExempt("198.51.100.1")).isFalse();
        assertThat(addresses.isExempt("localhost")).isFalse();
        assertThat(addresses(false).isExempt("127.0.0.1")).isFalse();
    }

    @Test
    void ipv6AddressesAreCountedByTheirNetwork() {
        assertThat(ClientAddresses.network("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddresses.network("2001:db8:1:2:bbbb::2"));
        assertThat(ClientAddresses.network("2001:db8:1:2::1")).isNotEqualTo(ClientAddresses.network("2001:db8:1:3::1"));
        assertThat(ClientAddresses.network("198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(ClientAddresses.network("evil.example.com\r\nSET x")).isEqualTo("unknown");
    }

    @Test
    void aLogLineHoldsAnAddressOrNothing() {
        assertThat(ClientAddresses.printable("198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(ClientAddresses.printable("minji@example.com")).isEqualTo("an unknown address");
    }
}
