package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** The tickets that go along with the mail of an order, and those that the fan fetches. */
@OnRunningStack
class MailedTicketsIT {

    /** Of a mail's text and HTML. */
    private static final int MOST_LETTERS = 100_000;

    @Test
    void whoeverBuysGetsTicketsAndCalendarByMail() {
        Fan fan = Fan.fresh();
        Show show = Show.onSale(1, 4);
        fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 3));

        JsonNode mail = Mailbox.awaitMail(fan.email(), show.title());

        Map<String, JsonNode> files = mail.path("attachments")
                .valueStream()
                .collect(Collectors.toMap(file -> file.path("name").asString(), file -> file));
        assertThat(files.keySet()).containsExactlyInAnyOrder("podo-tickets.pdf", "podo.ics");
        assertThat(files.get("podo-tickets.pdf").path("type").asString()).startsWith("application/pdf");
        assertThat(files.get("podo-tickets.pdf").path("size").asInt()).isBetween(5_000, 60_000);
        Answer pdf = Api.simulator()
                .get("/mail/api/messages/" + mail.path("id").asString() + "/attachments/podo-tickets.pdf")
                .has(200);
        assertThat(pdf.text()).startsWith("%PDF-1.").contains("/Count 3");
        assertThat(mail.path("text").asString().length()
                        + mail.path("html").asString().length())
                .isLessThan(MOST_LETTERS);
    }

    @Test
    void ticketsComeInTwoSizesAndNoThird() {
        Fan fan = Fan.fresh();
        Show show = Show.onSale(1, 2);
        String reservation = fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1))
                .path("id")
                .asString();
        String path = "/api/reservations/" + reservation + "/tickets.pdf";

        assertThat(fan.api().get(path).has(200).text()).contains("/MediaBox [0 0 595 842]");
        Answer phone = fan.api().get(path + "?size=phone").has(200);
        assertThat(phone.text()).contains("/MediaBox [0 0 320 756]");
        assertThat(phone.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("podo-tickets-phone.pdf"));
        fan.api().get(path + "?size=A3").has(400);
        Fan.fresh().api().get(path).has(404);
    }
}
