package podo.starter.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @Test
    void underHttpsCookiesAreBoundToTheHost() {
        PublicUrl url = PublicUrl.of("HTTPS://Tickets.Example:443/");
        assertThat(url.isSecure()).isTrue();
        assertThat(url.address("/tickets")).isEqualTo("https://tickets.example/tickets");
        assertThat(url.cookieName("PODO")).isEqualTo("__Host-PODO");
        assertThat(url.cookiePath("/events")).isEqualTo("/");
        assertThat(url.port()).isEqualTo(443);
    }

    @Test
    void byHttpCookiesKeepTheirNamesAndPaths() {
        PublicUrl url = PublicUrl.of("http://localhost:8080");
        assertThat(url.isSecure()).isFalse();
        assertThat(url.address("/")).isEqualTo("http://localhost:8080/");
        assertThat(url.cookieName("PODO")).isEqualTo("PODO");
        assertThat(url.cookiePath("/events")).isEqualTo("/events");
        assertThat(url.port()).isEqualTo(8080);
    }

    @Test
    void aHostIsTheSameInEveryCaseAndWithTheSchemesOwnPort() {
        PublicUrl url = PublicUrl.of("https://tickets.example");
        assertThat(url.isNamedBy("tickets.EXAMPLE:443")).isTrue();
        assertThat(url.isNamedBy("tickets.example:80")).isFalse();
        assertThat(url.isNamedBy("tickets.example.evil.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickets.example",
                "ftp://tickets.example",
                "https://",
                "https://tickets.example/shop",
                "https://user@tickets.example",
                "https://tickets.example?a=1"
            })
    void anythingElseThanSchemeAndHostIsRefused(String url) {
        assertThatThrownBy(() -> PublicUrl.of(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
