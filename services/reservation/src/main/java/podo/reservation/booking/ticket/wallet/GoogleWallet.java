package podo.reservation.booking.ticket.wallet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import podo.reservation.booking.ticket.face.TicketFace;
import podo.reservation.booking.ticket.face.TicketWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the address behind a button "Add to Google Wallet": a JWT that the service account signs (RS256) and that holds the pass itself, so that
 * nothing is sent to Google before the fan asks. Source: Google Wallet, "JWT", "EventTicketClass" and "EventTicketObject" of its REST
 * reference, version v1 (developers.google.com/wallet/reference/rest/v1).
 *
 * <p>Google ignores an object whose id it knows, so the id names the ticket's generation: a ticket that was issued again is a new pass.
 */
final class GoogleWallet {

    /** Longest texts of a pass: an address has 2,000 letters, and 3,500 at most, which browsers take. Google recommends 1,800. */
    private static final int LONGEST = 40;

    private static final String SAVE = "https://pay.google.com/gp/v/save/";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String issuer;
    private final String account;
    private final PrivateKey key;
    private final String site;
    private final ZoneId zone;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    /** @param site the address of the shop's first page */
    GoogleWallet(WalletSettings.Google settings, String site, ZoneId zone, Clock clock) {
        JsonNode file = json.readTree(PemFiles.text("podo.wallet.google.service-account", settings.serviceAccount()));
        this.issuer = settings.issuerId().strip();
        this.account = file.path("client_email").asString("");
        this.key = PemFiles.privateKey(
                "podo.wallet.google.service-account (private_key)",
                file.path("private_key").asString("{}"));
        this.site = site.replaceAll("/$", "");
        this.zone = zone;
        this.clock = clock;
    }

    String link(TicketFace ticket, Locale language) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", account);
        claims.put("aud", "google");
        claims.put("typ", "savetowallet");
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("origins", List.of(site));
        claims.put(
                "payload",
                Map.of(
                        "eventTicketClasses", List.of(eventOf(ticket, language)),
                        "eventTicketObjects", List.of(passOf(ticket, language))));
        String signed = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        return SAVE + signed + "." + BASE64.encodeToString(signature(signed));
    }

    private Map<String, Object> eventOf(TicketFace ticket, Locale language) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", classId(ticket));
        event.put("issuerName", "podo");
        event.put("reviewStatus", "UNDER_REVIEW");
        event.put("eventName", text(ticket.title(), language));
        // both are required, and the venue's name is all that is known of its address
        event.put("venue", Map.of("name", text(ticket.venue(), language), "address", text(ticket.venue(), language)));
        Instant start = ticket.startsAt();
        if (start != null) {
            Map<String, Object> times = new LinkedHashMap<>(Map.of("start", local(start)));
            if (ticket.doorsAt() != null) {
                times.put("doorsOpen", local(ticket.doorsAt()));
            }
            event.put("dateTime", times);
        }
        return event;
    }

    private String local(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private Map<String, Object> passOf(TicketFace ticket, Locale language) {
        Map<String, Object> seat = new LinkedHashMap<>();
        seat.put("section", text(ticket.section(), language));
        if (!ticket.isPlace()) {
            seat.put("row", text(ticket.row(), language));
            seat.put("seat", text(Integer.toString(ticket.number()), language));
        }
        Map<String, Object> pass = new LinkedHashMap<>();
        pass.put("id", issuer + ".ticket-" + ticket.ticketId() + "-" + ticket.generation());
        pass.put("classId", classId(ticket));
        pass.put("state", "ACTIVE");
        pass.put("seatInfo", seat);
        pass.put("ticketType", text(ticket.grade(), language));
        if (ticket.name() != null) {
            pass.put("ticketHolderName", ticket.name());
        }
        pass.put("barcode", Map.of("type", "QR_CODE", "value", ticket.code(), "alternateText", ticket.shortCode()));
        return pass;
    }

    private String classId(TicketFace ticket) {
        return issuer + ".event-" + ticket.eventId();
    }

    private static Map<String, Object> text(String value, Locale language) {
        int letters = value.codePointCount(0, value.length());
        String shown = letters <= LONGEST ? value : value.substring(0, value.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return Map.of("defaultValue", Map.of("language", TicketWords.tag(language), "value", shown));
    }

    private String part(Map<String, Object> content) {
        return BASE64.encodeToString(json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
