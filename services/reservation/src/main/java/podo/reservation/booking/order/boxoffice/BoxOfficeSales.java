package podo.reservation.booking.order.boxoffice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.starter.jdbc.Utc;

/** The table {@code box_office_sale}. */
@Repository
public class BoxOfficeSales {

    /** @param reason null unless it was given away */
    public record Sale(
            long id,
            long memberId,
            String holdId,
            SaleWay way,
            @Nullable String reason,
            String language) {

        public long buyerId() {
            return BoxOfficeBuyers.ofSale(id);
        }
    }

    private static final String SELECT = "SELECT id, member_id, hold_id, way, reason, language FROM box_office_sale ";

    private final JdbcClient jdbc;
    private final Clock clock;

    BoxOfficeSales(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a sale, or finds the one that the same request has begun. */
    Sale begin(long eventId, long memberId, SaleRequest request, @Nullable String key, Locale language) {
        String hash = hash((key == null ? UUID.randomUUID().toString() : key) + '\n' + request);
        String reason = request.isGivenAway() ? request.reason() : null;
        try {
            GeneratedKeyHolder id = new GeneratedKeyHolder();
            String holdId = UUID.randomUUID().toString();
            jdbc.sql("""
                            INSERT INTO box_office_sale (event_id, member_id, request_key, hold_id, way, reason, language, sold_at)
                            VALUES (:event, :member, :key, :hold, :way, :reason, :language, :now)
                            """)
                    .param("event", eventId)
                    .param("member", memberId)
                    .param("key", hash)
                    .param("hold", holdId)
                    .param("way", request.way().name())
                    .param("reason", reason)
                    .param("language", language.getLanguage().equals("ko") ? "ko" : "en")
                    .param("now", Utc.millis(clock.instant()))
                    .update(id, "id");
            return find(Objects.requireNonNull(id.getKeyAs(Number.class)).longValue())
                    .orElseThrow();
        } catch (DuplicateKeyException e) {
            return jdbc.sql(SELECT + "WHERE event_id = ? AND member_id = ? AND request_key = ?")
                    .params(eventId, memberId, hash)
                    .query(BoxOfficeSales::read)
                    .single();
        }
    }

    private Optional<Sale> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(BoxOfficeSales::read)
                .optional();
    }

    /** The sale to this buyer; empty for the number of an account. */
    public Optional<Sale> ofBuyer(long fanId) {
        return BoxOfficeBuyers.isOne(fanId) ? find(BoxOfficeBuyers.saleOf(fanId)) : Optional.empty();
    }

    /** Those of these fans who are buyers at a box office, with the sale to each. */
    public Map<Long, Sale> ofBuyers(Collection<Long> fanIds) {
        List<Long> ids = fanIds.stream()
                .filter(BoxOfficeBuyers::isOne)
                .map(BoxOfficeBuyers::saleOf)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql(SELECT + "WHERE id IN (:ids)").param("ids", ids).query(BoxOfficeSales::read).list().stream()
                        .collect(Collectors.toMap(Sale::buyerId, Function.identity()));
    }

    private static Sale read(ResultSet row, int n) throws SQLException {
        return new Sale(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getString("hold_id"),
                SaleWay.valueOf(row.getString("way")),
                row.getString("reason"),
                row.getString("language"));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
