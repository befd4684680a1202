package podo.stack.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificates of a stack, below {@code PODO_HOME/tls}: an authority of its own ({@code authority.crt}), and for each service one
 * with the service's name, by which the others recognise it. They live for a year and are made again at a start within the last
 * four months, the authority (ten years) within the last two years.
 */
public final class StackCertificates {

    /** The name of the stack itself: its health probes and its tools. */
    public static final String SUPERVISOR = "supervisor";

    private static final String AUTHORITY = "authority";
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration LEAF_LIFE = Duration.ofDays(365);
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");

    private final Path folder;
    private final KeyAndCertificate authority;

    private StackCertificates(Path folder, KeyAndCertificate authority) {
        this.folder = folder;
        this.authority = authority;
    }

    /** Makes the authority if it is missing or near its end. */
    public static StackCertificates in(Path home) throws IOException {
        var folder = home.resolve("tls");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var known = KeyAndCertificate.read(folder, AUTHORITY)
                .filter(authority -> lasts(authority.certificate(), AUTHORITY_LIFE.dividedBy(5)));
        var authority = known.orElseGet(() -> CertificateSigner.authority("Podo stack", AUTHORITY_LIFE));
        if (known.isEmpty()) {
            authority.write(folder, AUTHORITY);
        }
        return new StackCertificates(folder, authority);
    }

    /** Makes the certificate of a service if it is missing, of another authority or near its end. */
    public void require(String service) throws IOException {
        require(service, List.of());
    }

    /** @param hosts names and addresses under which the bearer is reached, beside this machine's own */
    public void require(String name, List<String> hosts) throws IOException {
        var names = new ArrayList<>(List.of(name));
        names.addAll(hosts);
        names.addAll(THIS_MACHINE);
        if (usable(name, names).isEmpty()) {
            CertificateSigner.leaf(authority, names, LEAF_LIFE).write(folder, name);
        }
    }

    /** With these variables a service speaks TLS by its certificate, and accepts only callers with one of the same authority. */
    public Map<String, String> environment(String service, boolean server) {
        var bundle = "SPRING_SSL_BUNDLE_PEM_SERVICE_";
        var variables = Map.of(
                bundle + "KEYSTORE_CERTIFICATE", url(service + ".crt"),
                bundle + "KEYSTORE_PRIVATEKEY", url(service + ".key"),
                bundle + "TRUSTSTORE_CERTIFICATE", url(AUTHORITY + ".crt"),
                bundle + "RELOADONUPDATE", "true");
        if (!server) {
            return variables;
        }
        var all = new HashMap<>(variables);
        all.put("SERVER_SSL_BUNDLE", "service");
        all.put("SERVER_SSL_CLIENTAUTH", "need");
        return all;
    }

    public Path authorityFile() {
        return folder.resolve(AUTHORITY + ".crt");
    }

    public Path certificateFile(String name) {
        return folder.resolve(name + ".crt");
    }

    public Path keyFile(String name) {
        return folder.resolve(name + ".key");
    }

    /** For clients that call processes of this stack, and show the certificate of {@code name}, which must exist. */
    public SSLContext clientContext(String name) {
        try {
            var own = KeyAndCertificate.read(folder, name).orElseThrow();
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    "own", own.key(), new char[0], new X509Certificate[] {own.certificate(), authority.certificate()});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, new char[0]);
            return trusting(managers.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For clients that trust processes of this stack and show no certificate. */
    public SSLContext anonymousContext() {
        try {
            return trusting(new KeyManager[0]);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext trusting(KeyManager[] keys) throws GeneralSecurityException, IOException {
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("authority", authority.certificate());
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(keys, managers.getTrustManagers(), new SecureRandom());
        return context;
    }

    private Optional<KeyAndCertificate> usable(String name, List<String> names) {
        return KeyAndCertificate.read(folder, name)
                .filter(leaf -> lasts(leaf.certificate(), LEAF_LIFE.dividedBy(3)))
                .filter(leaf ->
                        isSignedBy(leaf.certificate(), authority.certificate().getPublicKey()))
                .filter(leaf -> alternatives(leaf.certificate()).containsAll(names));
    }

    private static boolean lasts(X509Certificate certificate, Duration time) {
        return certificate.getNotAfter().after(Date.from(Instant.now().plus(time)));
    }

    private static boolean isSignedBy(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<String> alternatives(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).toList();
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private String url(String file) {
        return folder.resolve(file).toUri().toString();
    }
}
