package podo.reservation.code;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of ticket codes.
 *
 * @param signing the secret that signs: 32 bytes in base64
 * @param retired public keys of earlier secrets, {@code x} of their JWKs, whose codes are still good
 */
@ConfigurationProperties("podo.ticket-keys")
record TicketKeySettings(
        @DefaultValue("") String signing, @DefaultValue List<String> retired) {

    @Override
    public String toString() {
        return "TicketKeySettings[retired=" + retired + "]";
    }
}
