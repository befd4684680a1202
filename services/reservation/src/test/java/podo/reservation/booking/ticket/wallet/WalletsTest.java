package podo.reservation.booking.ticket.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.reservation.booking.ticket.face.TicketFace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WalletsTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS); // within the life of the keys
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final WalletKeys KEYS = WalletKeys.generate();

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void aGoogleLinkIsSignedByTheServiceAccountAndHoldsTheTicketsCode() throws Exception {
        String link = google().link(ticket(2, "달빛 콘서트", "1층"), Locale.KOREAN);

        assertThat(link).startsWith("https://pay.google.com/gp/v/save/");
        String[] parts = link.substring(link.lastIndexOf('/') + 1).split("\\.");
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KEYS.pass().getPublic());
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(decoded(parts[0]).path("alg").asString()).isEqualTo("RS256");
        JsonNode claims = decoded(parts[1]);
        assertThat(claims.path("iss").asString()).isEqualTo(WalletKeys.ACCOUNT);
        assertThat(claims.path("aud").asString()).isEqualTo("google");
        assertThat(claims.path("typ").asString()).isEqualTo("savetowallet");
        assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.path("origins").get(0).asString()).isEqualTo("https://tickets.example");
        JsonNode pass = claims.path("payload").path("eventTicketObjects").get(0);
        assertThat(pass.path("barcode").path("value").asString()).isEqualTo("PODO1.signed-2.x");
        assertThat(pass.path("barcode").path("type").asString()).isEqualTo("QR_CODE");
        assertThat(pass.path("id").asString()).isEqualTo("3388.ticket-4711-2");
        JsonNode event = claims.path("payload").path("eventTicketClasses").get(0);
        assertThat(event.path("id")).isEqualTo(pass.path("classId"));
        assertThat(event.path("eventName").path("defaultValue").path("value").asString())
                .isEqualTo("달빛 콘서트");
        assertThat(event.path("dateTime").path("start").asString()).isEqualTo("2026-12-02T20:00:00+09:00");
        assertThat(event.path("dateTime").path("doorsOpen").asString()).isEqualTo("2026-12-02T19:00:00+09:00");
    }

    @Test
    void aTicketOfANewGenerationIsANewPassForGoogleAndTheSameOneForApple() throws Exception {
        JsonNode before = googlePass(ticket(0, "Moonlight", "1F"));
        JsonNode after = googlePass(ticket(1, "Moonlight", "1F"));
        assertThat(after.path("id")).isNotEqualTo(before.path("id"));
        assertThat(after.path("barcode").path("value"))
                .isNotEqualTo(before.path("barcode").path("value"));

        JsonNode old = pass(files(apple().pass(ticket(0, "Moonlight", "1F"), Locale.ENGLISH)));
        JsonNode replaced = pass(files(apple().pass(ticket(1, "Moonlight", "1F"), Locale.ENGLISH)));
        assertThat(replaced.path("serialNumber")).isEqualTo(old.path("serialNumber"));
        assertThat(replaced.path("barcodes").get(0).path("message").asString()).isEqualTo("PODO1.signed-1.x");
    }

    @Test
    void theLongestTicketFitsIntoAnAddress() {
        TicketFace longest = ticket(0, "꽃".repeat(200), "길".repeat(100));
        assertThat(google().link(longest, Locale.KOREAN).length()).isLessThan(4_000);
        assertThat(google().link(ticket(0, "달빛 콘서트", "1층"), Locale.KOREAN).length())
                .isLessThan(2_300);
    }

    @Test
    void anApplePassHasItsFilesAndTheirHashes() throws Exception {
        byte[] file = apple().pass(ticket(0, "달빛 콘서트", "1층"), Locale.KOREAN);
        Files.write(Path.of("target/ticket.pkpass"), file); // to be looked at
        Map<String, byte[]> files = files(file);

        assertThat(files.keySet())
                .contains("pass.json", "manifest.json", "signature", "icon.png", "icon@2x.png", "icon@3x.png");
        JsonNode manifest = json.readTree(files.get("manifest.json"));
        assertThat(manifest.propertyNames()).hasSize(files.size() - 2);
        for (String name : manifest.propertyNames()) {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(files.get(name));
            assertThat(manifest.path(name).asString())
                    .as(name)
                    .isEqualTo(HexFormat.of().formatHex(hash));
        }
        JsonNode pass = pass(files);
        assertThat(pass.path("formatVersion").asInt()).isEqualTo(1);
        assertThat(pass.path("passTypeIdentifier").asString()).isEqualTo("pass.example.tickets");
        assertThat(pass.path("teamIdentifier").asString()).isEqualTo("TEAM123456");
        assertThat(pass.path("relevantDate").asString()).isEqualTo("2026-12-02T11:00:00Z");
        JsonNode barcode = pass.path("barcodes").get(0);
        assertThat(barcode.path("format").asString()).isEqualTo("PKBarcodeFormatQR");
        assertThat(barcode.path("message").asString()).isEqualTo("PODO1.signed-0.x");
        assertThat(pass.path("eventTicket")
                        .path("primaryFields")
                        .get(0)
                        .path("value")
                        .asString())
                .isEqualTo("달빛 콘서트");
        assertThat(pass.path("eventTicket").path("auxiliaryFields").toString()).contains("구역", "1층", "좌석");
    }

    @Test
    void theIconsArePicturesOfTheirSize() throws Exception {
        Map<String, byte[]> files = files(apple().pass(ticket(0, "a", "b"), Locale.ENGLISH));
        for (Map.Entry<String, Integer> icon :
                Map.of("icon.png", 29, "icon@2x.png", 58, "icon@3x.png", 87).entrySet()) {
            var picture = ImageIO.read(new ByteArrayInputStream(files.get(icon.getKey())));
            assertThat(picture.getWidth()).isEqualTo(icon.getValue());
            assertThat(picture.getHeight()).isEqualTo(icon.getValue());
            int middle = icon.getValue() / 2;
            assertThat(picture.getRGB(middle, middle * 84 / 100)).as("a grape").isEqualTo(0xff5b21b6);
            assertThat(picture.getRGB(0, 0) >>> 24).as("clear").isZero();
        }
    }

    @Test
    void theManifestIsSignedWithTheTimeAndTheAuthority() throws Exception {
        Map<String, byte[]> files = files(apple().pass(ticket(0, "a", "b"), Locale.ENGLISH));
        byte[] manifest = files.get("manifest.json");

        assertThat(isSigned(manifest, files.get("signature"), KEYS.passCertificate()))
                .isTrue();
        manifest[manifest.length - 3] ^= 1;
        assertThat(isSigned(manifest, files.get("signature"), KEYS.passCertificate()))
                .as("changed")
                .isFalse();

        CMSSignedData signature = new CMSSignedData(files.get("signature"));
        assertThat(signature.getSignedContent()).as("detached").isNull();
        SignerInformation signer =
                signature.getSignerInfos().getSigners().iterator().next();
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNotNull();
        List<X509Certificate> chain = signature.getCertificates().getMatches(null).stream()
                .map(WalletsTest::certificate)
                .toList();
        assertThat(chain).containsExactlyInAnyOrder(KEYS.passCertificate(), KEYS.authorityCertificate());
        KEYS.passCertificate().verify(KEYS.authorityCertificate().getPublicKey());
    }

    @Test
    void withoutKeysNoWalletIsOffered() {
        Wallets none = wallets(new WalletSettings(
                new WalletSettings.Google("", ""), new WalletSettings.Apple("", "", "podo", "", "", "")));
        assertThat(none.offered()).isEmpty();
        assertThat(none.googleLink(ticket(0, "a", "b"), Locale.KOREAN)).isEmpty();
        assertThat(none.applePass(ticket(0, "a", "b"), Locale.KOREAN)).isEmpty();

        assertThat(wallets(new WalletSettings(KEYS.google(), KEYS.apple())).offered())
                .containsExactly("APPLE", "GOOGLE");
    }

    @Test
    void halfOfTheKeysIsSaidWhenTheServiceStarts(@TempDir Path folder) throws IOException {
        WalletSettings.Apple nothing = new WalletSettings.Apple("", "", "podo", "", "", "");
        assertThatThrownBy(() -> wallets(new WalletSettings(new WalletSettings.Google("3388", ""), nothing)))
                .hasMessageContaining("podo.wallet.google")
                .hasMessageContaining("2 are needed, 1 are set");
        assertThatThrownBy(
                        () -> wallets(new WalletSettings(new WalletSettings.Google("3388", "/no/such/file"), nothing)))
                .hasMessageContaining("podo.wallet.google.service-account");
        assertThatThrownBy(() -> wallets(new WalletSettings(new WalletSettings.Google("3388", "{}"), nothing)))
                .hasMessageContaining("private_key");
        Path file = Files.writeString(folder.resolve("key.json"), KEYS.google().serviceAccount());
        assertThat(wallets(new WalletSettings(new WalletSettings.Google("3388", file.toString()), nothing))
                        .offered())
                .containsExactly("GOOGLE");
        assertThat(KEYS.google().toString() + KEYS.apple()).doesNotContain("PRIVATE");
    }

    private static Wallets wallets(WalletSettings settings) {
        return new WalletConfiguration()
                .wallets(
                        settings,
                        podo.starter.edge.PublicUrl.of("https://tickets.example"),
                        ZoneId.of("Asia/Seoul"),
                        CLOCK);
    }

    private static GoogleWallet google() {
        return new GoogleWallet(KEYS.google(), "https://tickets.example/", ZoneId.of("Asia/Seoul"), CLOCK);
    }

    private static AppleWallet apple() {
        return new AppleWallet(KEYS.apple(), CLOCK);
    }

    private JsonNode googlePass(TicketFace ticket) {
        String[] parts = google().link(ticket, Locale.ENGLISH).split("\\.");
        return decoded(parts[parts.length - 2])
                .path("payload")
                .path("eventTicketObjects")
                .get(0);
    }

    private JsonNode pass(Map<String, byte[]> files) {
        return json.readTree(files.get("pass.json"));
    }

    private JsonNode decoded(String part) {
        return json.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static boolean isSigned(byte[] content, byte[] signature, X509Certificate by) {
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            return signed.getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next()
                    .verify(new JcaSimpleSignerInfoVerifierBuilder().build(new JcaX509CertificateHolder(by)));
        } catch (org.bouncycastle.cms.CMSException e) {
            return false; // the hash of the content is another
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(org.bouncycastle.cert.X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static TicketFace ticket(int generation, String title, String section) {
        return new TicketFace(
                4711,
                "b-1",
                12,
                title,
                "포도홀",
                Instant.parse("2026-12-02T11:00:00Z"),
                Instant.parse("2026-12-02T10:00:00Z"),
                section,
                "A",
                12,
                "R",
                null,
                "박지훈",
                "PODO1.signed-" + generation + ".x",
                "PODO-7K2M-91QF-0000-0001",
                generation);
    }
}
