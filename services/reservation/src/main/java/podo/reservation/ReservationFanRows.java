package podo.reservation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.starter.fan.FanRows;

/** What this service keeps under an account's number. */
@Configuration(proxyBeanMethods = false)
class ReservationFanRows {

    @Bean
    FanRows fansReservations() {
        return new FanRows("reservations", """
                SELECT id, order_id AS orderId, event_id AS eventId, amount, state, expires_at AS expiresAt, created_at AS createdAt
                FROM booking WHERE fan_id = :fan ORDER BY created_at
                """);
    }

    @Bean
    FanRows fansSeats() {
        return new FanRows("seats", """
                SELECT b.order_id AS orderId, s.seat_id AS seatId, s.section, s.seat_row AS `row`, s.seat_number AS number, s.grade,
                       s.kind, s.price, s.state
                FROM booked_seat s JOIN booking b ON b.id = s.booking_id WHERE b.fan_id = :fan ORDER BY b.created_at, s.seat_id
                """);
    }

    @Bean
    FanRows fansTickets() {
        return new FanRows("tickets", """
                SELECT booking_id AS reservationId, seat_id AS seatId, name, code, valid, issued_at AS issuedAt
                FROM ticket WHERE fan_id = :fan ORDER BY id
                """);
    }

    @Bean
    FanRows fansTicketNames() {
        return new FanRows("ticketNameChanges", """
                SELECT booking_id AS reservationId, seat, removed, at FROM ticket_name_change WHERE account_id = :fan ORDER BY id
                """);
    }

    @Bean
    FanRows fansHandovers() {
        return new FanRows("handovers", """
                SELECT IF(giver_id = :fan, 'GIVEN', 'RECEIVED') AS role, event_id AS eventId, state, created_at AS createdAt,
                       expires_at AS expiresAt, ended_at AS endedAt,
                       (SELECT GROUP_CONCAT(t.seat_id ORDER BY t.seat_id) FROM handed_ticket x JOIN ticket t ON t.id = x.ticket_id
                        WHERE x.handover_id = handover.id) AS seatIds
                FROM handover WHERE giver_id = :fan OR receiver_id = :fan ORDER BY created_at
                """);
    }

    @Bean
    FanRows fansNames() {
        return new FanRows("names", "SELECT name, email, asked_at AS askedAt FROM known_account WHERE id = :fan");
    }

    @Bean
    FanRows fansSeatAlerts() {
        return new FanRows("seatAlerts", """
                SELECT event_id AS eventId, number, asked_at AS askedAt, told_at AS toldAt
                FROM seat_wish WHERE fan_id = :fan ORDER BY asked_at
                """);
    }

    @Bean
    FanRows fansGiveBacks() {
        return new FanRows("giveBacks", """
                SELECT order_id AS orderId, event_id AS eventId, seat_id AS seatId, price, asked_at AS offeredAt, ended_at AS endedAt,
                       end_reason AS endedBecause
                FROM give_back WHERE fan_id = :fan ORDER BY asked_at
                """);
    }

    @Bean
    FanRows fansSeatOffers() {
        return new FanRows("seatOffers", """
                SELECT event_id AS eventId, offered_at AS offeredAt, expires_at AS expiresAt, ended_at AS endedAt,
                       end_reason AS endedBecause
                FROM give_back_offer WHERE fan_id = :fan ORDER BY offered_at
                """);
    }

    @Bean
    FanRows fansDrawnPlaces() {
        return new FanRows("drawnPlaces", """
                SELECT event_id AS eventId, number, ticket_id AS drawTicket FROM drawn_place WHERE fan_id = :fan ORDER BY event_id
                """);
    }

    @Bean
    FanRows fansPresales() {
        return new FanRows("presales", """
                SELECT f.event_id AS eventId, c.code, f.entered_at AS enteredAt FROM presale_fan f JOIN presale p ON p.id = f.presale_id
                JOIN discount_code c ON c.id = p.code_id WHERE f.fan_id = :fan ORDER BY f.event_id
                """);
    }

    @Bean
    FanRows fansRefusals() {
        return new FanRows("refusals", """
                SELECT event_id AS eventId, reason, times, last_at AS lastAt FROM refusal WHERE fan_id = :fan ORDER BY id
                """);
    }

    @Bean
    FanRows membersActions() {
        return new FanRows("actions", """
                SELECT event_id AS eventId, order_id AS orderId, what, at FROM organiser_action WHERE organiser_id = :fan ORDER BY id
                """);
    }
}
