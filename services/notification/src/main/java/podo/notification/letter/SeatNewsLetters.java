package podo.notification.letter;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.notification.facts.FactFinder;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.SeatNewsFacts;
import podo.notification.queue.MailKind;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Writes the letters to those who asked for returned seats. One about a seat that is not held for its reader any more is not written. */
@Component
class SeatNewsLetters {

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final PublicUrl site;

    SeatNewsLetters(FactFinder facts, LetterRenderer renderer, PublicUrl site) {
        this.facts = facts;
        this.renderer = renderer;
        this.site = site;
    }

    Optional<Letter> write(QueuedMail mail) {
        return mail.kind() == MailKind.SEAT_OFFERED ? offered(mail) : cameBack(mail);
    }

    private Optional<Letter> offered(QueuedMail mail) {
        SeatNewsFacts.Offered known = facts.seatOffer(mail.subject())
                .filter(SeatNewsFacts.Offered::live)
                .orElse(null);
        return known == null
                ? Optional.empty()
                : facts.recipient(known.fanId())
                        .map(recipient ->
                                renderer.render(page(renderer.words(recipient), known.offer()), recipient, List.of()));
    }

    private LetterPage page(LetterWords words, SeatNewsFacts.Offer offer) {
        String title = LetterWords.person(words.title(offer.event()));
        List<LetterPage.Row> rows = EventRows.of(words, offer.event());
        rows.add(new LetterPage.Row(words.of("row.price"), LetterWords.won(offer.price())));
        rows.add(new LetterPage.Row(words.of("row.held-until"), words.time(offer.expiresAt())));
        SeatNewsFacts.Place seat = offer.seat();
        return new LetterPage(
                words.of("seat-offered.subject", words.title(offer.event())),
                words.of("seat-offered.heading"),
                List.of(words.of("seat-offered.text", title, words.time(offer.expiresAt()))),
                rows,
                seat == null
                        ? List.of()
                        : List.of(words.seat(new OrderFacts.Seat(
                                seat.id(),
                                seat.section(),
                                seat.row(),
                                seat.number(),
                                seat.grade(),
                                offer.price(),
                                "",
                                null,
                                seat.kind(),
                                null))),
                new LetterPage.Button(words.of("seat-offered.button"), site.address("/tickets")),
                words.of("seat-offered.note"));
    }

    private Optional<Letter> cameBack(QueuedMail mail) {
        SeatNewsFacts.Show show =
                facts.show(mail.subject()).filter(SeatNewsFacts.Show::coming).orElse(null);
        Long accountId = mail.accountId();
        return show == null || accountId == null
                ? Optional.empty()
                : facts.recipient(accountId)
                        .map(recipient -> renderer.render(page(renderer.words(recipient), show), recipient, List.of()));
    }

    private LetterPage page(LetterWords words, SeatNewsFacts.Show show) {
        return new LetterPage(
                words.of("seats-came-back.subject", words.title(show.event())),
                words.of("seats-came-back.heading"),
                List.of(words.of("seats-came-back.text", LetterWords.person(words.title(show.event())))),
                EventRows.of(words, show.event()),
                List.of(),
                new LetterPage.Button(
                        words.of("seats-came-back.button"),
                        site.address("/events/" + show.event().id())),
                words.of("seats-came-back.note"));
    }
}
