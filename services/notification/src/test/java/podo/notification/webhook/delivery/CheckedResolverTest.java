package podo.notification.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.notification.webhook.TeamWebhookSettings;

class CheckedResolverTest {

    private static TeamWebhookSettings settings(boolean allowLoopback) {
        return new TeamWebhookSettings(
                10,
                List.of(),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                4,
                200,
                Duration.ofDays(30),
                allowLoopback);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static CheckedResolver resolver(boolean allowLoopback, String... addresses) {
        return new CheckedResolver(
                settings(allowLoopback),
                host -> List.of(addresses).stream()
                        .map(CheckedResolverTest::address)
                        .toArray(InetAddress[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1", "2a00:1450::1"})
    void aPublicAddressIsAnswered(String text) throws UnknownHostException {
        assertThat(resolver(false, text).resolve("example.com")).containsExactly(address(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.9.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fe80::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:a00:1::1"
            })
    void anyOtherIsNone(String text) {
        assertThatThrownBy(() -> resolver(false, text).resolve("example.com")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void oneAddressInsideRefusesTheName() {
        assertThatThrownBy(() -> resolver(false, "1.1.1.1", "10.0.0.1").resolve("example.com"))
                .isInstanceOf(UnknownHostException.class);
    }

    /** A name that was public when the webhook was made, and is not when it is sent to. */
    @Test
    void eachRequestAsksAgain() throws UnknownHostException {
        Iterator<InetAddress> answers =
                List.of(address("1.1.1.1"), address("127.0.0.1")).iterator();
        CheckedResolver resolver = new CheckedResolver(settings(false), host -> new InetAddress[] {answers.next()});
        assertThat(resolver.resolve("example.com")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("example.com")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theSettingAllowsThisMachineAndNoOtherPrivateAddress() throws UnknownHostException {
        assertThat(resolver(true, "127.0.0.1").resolve("localhost")).hasSize(1);
        assertThatThrownBy(() -> resolver(true, "10.0.0.1").resolve("example.com"))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void aResolverThatHangsIsLeft() {
        CheckedResolver resolver = new CheckedResolver(settings(false), host -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        });
        assertThatThrownBy(() -> resolver.resolve("example.com")).isInstanceOf(UnknownHostException.class);
    }
}
