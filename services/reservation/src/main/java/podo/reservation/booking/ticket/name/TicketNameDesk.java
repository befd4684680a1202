package podo.reservation.booking.ticket.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.reservation.account.AccountForgotten;
import podo.reservation.action.OrganiserAction.Kind;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.ticket.name.TicketNames.NamedTicket;
import podo.starter.problem.NotFound;

/**
 * Changes the names on tickets, all of a request or none. Of a name that is the same as before nothing is told. Throws {@link NotFound} for a
 * ticket that is not the caller's to name, and {@link NameFixed}.
 */
@Service
public class TicketNameDesk {

    private final TicketNames names;
    private final OrganiserActions actions;

    TicketNameDesk(TicketNames names, OrganiserActions actions) {
        this.names = names;
        this.actions = actions;
    }

    @Transactional
    public void changeOwn(long holderId, List<GivenName> given) {
        change(given, ticket -> ticket.holderId() == holderId)
                .forEach((ticket, name) -> names.recordByHolder(ticket, name.isEmpty()));
    }

    /** The log says which seats, and no name, because it is never deleted. */
    @Transactional
    public void changeOfOrder(long eventId, String orderId, String bookingId, long organiserId, List<GivenName> given) {
        Map<NamedTicket, String> changed =
                change(given, ticket -> ticket.bookingId().equals(bookingId));
        if (!changed.isEmpty()) {
            String seats =
                    changed.keySet().stream().map(NamedTicket::label).sorted().collect(Collectors.joining(", "));
            actions.record(eventId, orderId, organiserId, Kind.NAMED, Map.of("seats", seats));
        }
    }

    @EventListener
    @Transactional
    public void on(AccountForgotten deleted) {
        names.clearAllOf(deleted.accountId());
    }

    /** @return the new names by ticket, empty for a removed one */
    private Map<NamedTicket, String> change(List<GivenName> given, Predicate<NamedTicket> isTheirs) {
        Map<Long, @Nullable String> wanted = new HashMap<>();
        given.forEach(name -> wanted.put(name.ticketId(), name.nameOrNull()));
        List<NamedTicket> tickets = names.lock(wanted.keySet());
        if (tickets.size() < wanted.size() || !tickets.stream().allMatch(isTheirs)) {
            throw new NotFound();
        }
        List<NamedTicket> differing = new ArrayList<>(tickets);
        differing.removeIf(ticket -> Objects.equals(ticket.name(), wanted.get(ticket.id())));
        if (!differing.stream().allMatch(NamedTicket::open)) {
            throw new NameFixed();
        }
        Map<NamedTicket, String> changed = new HashMap<>();
        for (NamedTicket ticket : differing) {
            String name = wanted.get(ticket.id());
            names.set(ticket.id(), name);
            changed.put(ticket, Objects.requireNonNullElse(name, ""));
        }
        return changed;
    }
}
