package podo.web.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import podo.starter.text.WrittenText;
import podo.web.client.BookingClient;
import podo.web.names.TicketNameClient.GivenName;
import podo.web.orders.OrganiserOrderClient;

/** The form of the names on the tickets of one order: a row for each ticket, with what was typed where something was. */
record TicketNameForm(List<Row> rows) {

    /**
     * @param holder whose name stands there while the field is empty
     * @param fixed whether the name can't be changed any more
     */
    record Row(long ticketId, String section, String row, int number, String holder, String name, boolean fixed) {

        public String field() {
            return FIELD + ticketId;
        }

        /** The id of what explains the field; null for nothing. */
        public @Nullable String describedBy(boolean isWrong) {
            if (isWrong) {
                return field() + "-wrong";
            }
            return holder.isEmpty() ? null : field() + "-hint";
        }

        Row typed(@Nullable String text) {
            return text == null || fixed
                    ? this
                    : new Row(ticketId, section, row, number, holder, WrittenText.normalise(text), false);
        }
    }

    static final int LONGEST = 100;
    private static final String FIELD = "name-";
    private static final Pattern REFUSED = Pattern.compile("names\\[(\\d+)]\\..+");

    static TicketNameForm of(List<BookingClient.Ticket> tickets, String holder) {
        return new TicketNameForm(tickets.stream()
                .filter(BookingClient.Ticket::valid)
                .map(ticket -> new Row(
                        Long.parseLong(ticket.id()),
                        ticket.seat().section(),
                        ticket.seat().row(),
                        ticket.seat().number(),
                        holder,
                        ticket.name() == null ? "" : ticket.name(),
                        !ticket.isUnused()))
                .toList());
    }

    static TicketNameForm of(OrganiserOrderClient.Order order) {
        List<Row> rows = new ArrayList<>();
        for (BookingClient.Seat seat : order.seats()) {
            OrganiserOrderClient.Ticket ticket = order.ticketOf(seat.id());
            if (ticket != null && ticket.isValid()) {
                String holder = ticket.holder() == null
                        ? order.buyer().name()
                        : ticket.holder().name();
                rows.add(new Row(
                        ticket.id(),
                        seat.section(),
                        seat.row(),
                        seat.number(),
                        holder,
                        ticket.name() == null ? "" : ticket.name(),
                        ticket.isUsed()));
            }
        }
        return new TicketNameForm(rows);
    }

    TicketNameForm with(MultiValueMap<String, String> typed) {
        return new TicketNameForm(
                rows.stream().map(row -> row.typed(typed.getFirst(row.field()))).toList());
    }

    public boolean isOpen() {
        return rows.stream().anyMatch(row -> !row.fixed());
    }

    /** The fields that are too long, with the message. */
    Map<String, String> tooLong(String message) {
        Map<String, String> wrong = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.name().codePointCount(0, row.name().length()) > LONGEST)
                .forEach(row -> wrong.put(row.field(), message));
        return wrong;
    }

    /** What is sent: names that can still be changed. */
    List<GivenName> names() {
        return open().stream()
                .map(row -> new GivenName(row.ticketId(), row.name()))
                .toList();
    }

    /** The form's field of the service's {@code names[0].name}. */
    String field(String serviceField) {
        Matcher named = REFUSED.matcher(serviceField);
        int place = named.matches() ? Integer.parseInt(named.group(1)) : Integer.MAX_VALUE;
        return place < open().size() ? open().get(place).field() : serviceField;
    }

    private List<Row> open() {
        return rows.stream().filter(row -> !row.fixed()).toList();
    }
}
