package podo.reservation.code;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.starter.signature.Ed25519;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs and reads the content of QR codes: {@code PODO1.PAYLOAD.SIGNATURE}, both in base64url, at most 300 characters
 * (docs/ticket-codes.md). A signature is made when somebody looks at the ticket, not when it is sold.
 */
@Component
public class TicketCodes {

    /** What the payload holds; short names, because each letter makes the QR code denser. */
    @JsonPropertyOrder({"k", "e", "s", "t", "g"})
    private record Payload(String k, long e, long s, long t, int g) {}

    private static final String VERSION = "PODO1.";

    private static final int LONGEST = 300;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final Cache<TicketClaim, String> signed = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final TicketKeys keys;

    TicketCodes(TicketKeys keys) {
        this.keys = keys;
    }

    /** The same claim gets the same code, from every instance. */
    public String sign(TicketClaim claim) {
        return signed.get(claim, this::signNow);
    }

    /** Empty unless one of our keys signed it. */
    public Optional<TicketClaim> read(String code) {
        int dot = code.lastIndexOf('.');
        if (code.length() > LONGEST || !code.startsWith(VERSION) || dot <= VERSION.length()) {
            return Optional.empty();
        }
        try {
            @Nullable
            Payload payload = json.readValue(DECODER.decode(code.substring(VERSION.length(), dot)), Payload.class);
            PublicKey key = payload == null ? null : keys.find(payload.k());
            byte[] signature = DECODER.decode(code.substring(dot + 1));
            return key != null && Ed25519.verify(key, ascii(code.substring(0, dot)), signature)
                    ? Optional.of(new TicketClaim(payload.e(), payload.s(), payload.t(), payload.g()))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String signNow(TicketClaim claim) {
        String payload = json.writeValueAsString(
                new Payload(keys.signingId(), claim.eventId(), claim.seatId(), claim.ticketId(), claim.generation()));
        String content = VERSION + ENCODER.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return content + "." + ENCODER.encodeToString(keys.sign(ascii(content)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
