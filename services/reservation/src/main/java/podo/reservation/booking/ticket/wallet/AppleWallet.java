package podo.reservation.booking.ticket.wallet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.ticket.face.TicketFace;
import podo.reservation.booking.ticket.face.TicketWords;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code .pkpass} files: a zip of {@code pass.json}, icons, {@code manifest.json} with the SHA-1 of each file, and {@code signature}, a
 * detached PKCS #7 signature of the manifest. Source: Apple, "Building a Pass", "Creating the Source for a Pass" and "Pass" of its Wallet
 * Passes documentation (developer.apple.com/documentation/walletpasses).
 *
 * <p>A phone replaces a pass by one with the same serial number, so that names the ticket alone: whoever adds a ticket that was issued again has
 * one pass, the new one.
 */
final class AppleWallet {

    private static final String BACKGROUND = "rgb(255, 255, 255)";
    private static final String INK = "rgb(23, 19, 31)";
    private static final String LABEL = "rgb(91, 33, 182)";

    private final WalletSettings.Apple settings;
    private final DetachedSigner signer;
    private final Map<String, byte[]> icons;
    private final JsonMapper json = JsonMapper.shared();

    AppleWallet(WalletSettings.Apple settings, Clock clock) {
        this.settings = settings;
        this.signer = new DetachedSigner(
                PemFiles.privateKey("podo.wallet.apple.private-key", settings.privateKey()),
                PemFiles.certificate("podo.wallet.apple.certificate", settings.certificate()),
                PemFiles.certificate("podo.wallet.apple.authority", settings.authority()),
                clock);
        this.icons = Map.of(
                "icon.png", GrapeIcon.png(29),
                "icon@2x.png", GrapeIcon.png(58),
                "icon@3x.png", GrapeIcon.png(87),
                "logo.png", GrapeIcon.png(50),
                "logo@2x.png", GrapeIcon.png(100));
    }

    byte[] pass(TicketFace ticket, Locale language) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pass.json", bytes(content(ticket, language)));
        files.putAll(icons);
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach((name, file) -> hashes.put(name, sha1(file)));
        byte[] manifest = bytes(hashes);
        files.put("manifest.json", manifest);
        files.put("signature", signer.sign(manifest));
        return zip(files);
    }

    private Map<String, Object> content(TicketFace ticket, Locale language) {
        ResourceBundle words = TicketWords.of(language);
        Map<String, Object> pass = new LinkedHashMap<>();
        pass.put("formatVersion", 1);
        pass.put("passTypeIdentifier", settings.passType());
        pass.put("teamIdentifier", settings.team());
        pass.put("serialNumber", "ticket-" + ticket.ticketId());
        pass.put("organizationName", settings.organisation());
        pass.put("description", ticket.title());
        pass.put("logoText", settings.organisation());
        pass.put("backgroundColor", BACKGROUND);
        pass.put("foregroundColor", INK);
        pass.put("labelColor", LABEL);
        pass.put("sharingProhibited", true);
        String start = time(ticket.startsAt());
        if (start != null) {
            pass.put("relevantDate", start);
        }
        pass.put("barcodes", List.of(barcode(ticket)));
        pass.put("eventTicket", fields(ticket, words, start));
        return pass;
    }

    private static Map<String, Object> barcode(TicketFace ticket) {
        return Map.of(
                "format",
                "PKBarcodeFormatQR",
                "message",
                ticket.code(),
                "messageEncoding",
                "iso-8859-1",
                "altText",
                ticket.shortCode());
    }

    private static Map<String, Object> fields(TicketFace ticket, ResourceBundle words, @Nullable String start) {
        List<Map<String, Object>> where = new ArrayList<>();
        where.add(field("section", words.getString("section"), ticket.section()));
        if (!ticket.isPlace()) {
            where.add(field("row", words.getString("row"), ticket.row()));
            where.add(field("seat", words.getString("number"), Integer.toString(ticket.number())));
        }
        where.add(field("grade", words.getString("grade"), ticket.grade()));
        if (ticket.name() != null) {
            where.add(field("name", words.getString("name"), ticket.name()));
        }
        List<Map<String, Object>> when = new ArrayList<>();
        when.add(field("venue", words.getString("venue"), ticket.venue()));
        if (start != null) {
            Map<String, Object> time = new LinkedHashMap<>(field("time", words.getString("time"), start));
            time.put("dateStyle", "PKDateStyleMedium");
            time.put("timeStyle", "PKDateStyleShort");
            when.add(time);
        }
        String doors = time(ticket.doorsAt());
        if (doors != null) {
            Map<String, Object> time = new LinkedHashMap<>(field("doors", words.getString("doors.label"), doors));
            time.put("timeStyle", "PKDateStyleShort");
            when.add(time);
        }
        return Map.of(
                "primaryFields",
                List.of(field("event", words.getString("title"), ticket.title())),
                "secondaryFields",
                when,
                "auxiliaryFields",
                where,
                "backFields",
                List.of(
                        field("code", words.getString("code"), ticket.shortCode()),
                        field("keep", words.getString("note"), words.getString("keep"))));
    }

    private static Map<String, Object> field(String key, String label, String value) {
        return Map.of("key", key, "label", label, "value", value);
    }

    /** In ISO 8601 with an offset, without parts of seconds. */
    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private byte[] bytes(Object content) {
        return json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha1(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file)); // the format's own choice
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: it is written to memory
        }
        return out.toByteArray();
    }
}
