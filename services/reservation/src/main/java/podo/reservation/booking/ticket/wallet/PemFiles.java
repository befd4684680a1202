package podo.reservation.booking.ticket.wallet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;
import org.springframework.boot.ssl.pem.PemContent;

/** Reads keys and certificates from a setting that holds their text, or the name of a file with it. */
final class PemFiles {

    private PemFiles() {}

    static String text(String setting, String value) {
        if (value.contains("-----BEGIN") || value.strip().startsWith("{")) {
            return value;
        }
        try {
            return Files.readString(Path.of(value.strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(setting + " is neither the text of a key nor a file that can be read", e);
        }
    }

    static PrivateKey privateKey(String setting, String value) {
        try {
            return Objects.requireNonNull(PemContent.of(text(setting, value)).getPrivateKey());
        } catch (IllegalStateException | NullPointerException e) {
            throw new IllegalStateException(setting + " holds no private key in PEM", e);
        }
    }

    static X509Certificate certificate(String setting, String value) {
        try {
            return PemContent.of(text(setting, value)).getCertificates().getFirst();
        } catch (RuntimeException e) {
            throw new IllegalStateException(setting + " holds no certificate in PEM", e);
        }
    }
}
