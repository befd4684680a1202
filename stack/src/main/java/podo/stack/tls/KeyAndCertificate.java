package podo.stack.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** A private key (EC) with its certificate, as {@code NAME.key} and {@code NAME.crt} in PEM; only the owner can read them. */
record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** Empty when a file is missing or unreadable. */
    static Optional<KeyAndCertificate> read(Path folder, String name) {
        try {
            return Optional.of(new KeyAndCertificate(
                    readKey(folder.resolve(name + ".key")), readCertificate(folder.resolve(name + ".crt"))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static X509Certificate readCertificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    void write(Path folder, String name) throws IOException {
        writeFile(folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded()));
        try {
            writeFile(folder.resolve(name + ".crt"), pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        var base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    /** Through a file of its own, so that a reader never sees half of it. */
    private static void writeFile(Path file, String text) throws IOException {
        var newFile = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(newFile);
        Files.createFile(newFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(newFile, text);
        Files.move(newFile, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
