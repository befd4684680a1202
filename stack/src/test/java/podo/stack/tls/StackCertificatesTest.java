package podo.stack.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackCertificatesTest {

    @TempDir
    Path home;

    private StackCertificates certificates;

    @BeforeEach
    void make() throws IOException {
        certificates = StackCertificates.in(home);
        certificates.require("inventory");
    }

    @Test
    void aCertificateBearsItsServicesNameAndIsSignedByTheAuthority() throws Exception {
        X509Certificate leaf = KeyAndCertificate.readCertificate(certificates.certificateFile("inventory"));
        leaf.verify(
                KeyAndCertificate.readCertificate(certificates.authorityFile()).getPublicKey());
        assertThat(leaf.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("inventory", "localhost", "127.0.0.1")
                .doesNotContain("user");
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        assertThat(permissions(home.resolve("tls"))).isEqualTo("rwx------");
        try (var files = Files.list(home.resolve("tls"))) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void theNextStartKeepsThem() throws IOException {
        String before = Files.readString(certificates.keyFile("inventory"));
        StackCertificates.in(home).require("inventory");
        assertThat(Files.readString(certificates.keyFile("inventory"))).isEqualTo(before);
    }

    @Test
    void oneThatIsNearItsEndIsMadeAgain() throws IOException {
        Path tls = home.resolve("tls");
        KeyAndCertificate authority = KeyAndCertificate.read(tls, "authority").orElseThrow();
        List<String> names = List.of("inventory", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        CertificateSigner.leaf(authority, names, Duration.ofDays(100)).write(tls, "inventory");
        String before = Files.readString(certificates.keyFile("inventory"));
        StackCertificates.in(home).require("inventory");
        assertThat(Files.readString(certificates.keyFile("inventory"))).isNotEqualTo(before);
    }

    @Test
    void withAnotherAuthorityAllAreMadeAgain() throws IOException {
        String before = Files.readString(certificates.certificateFile("inventory"));
        Files.delete(certificates.authorityFile());
        StackCertificates.in(home).require("inventory");
        assertThat(Files.readString(certificates.certificateFile("inventory"))).isNotEqualTo(before);
    }

    @Test
    void aHostThatIsAddedIsCertified() throws Exception {
        certificates.require("edge");
        certificates.require("edge", List.of("tickets.example"));
        assertThat(KeyAndCertificate.readCertificate(certificates.certificateFile("edge"))
                        .getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("tickets.example");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
