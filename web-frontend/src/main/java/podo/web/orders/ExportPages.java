package podo.web.orders;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.label.EventTexts;
import podo.web.orders.EventMoney.GivenLine;
import podo.web.orders.EventMoney.MoneyLine;
import podo.web.orders.OrganiserOrderClient.Line;
import podo.web.orders.OrganiserOrderClient.LinePage;
import podo.web.page.Times;
import podo.web.page.Words;
import podo.web.sheet.CsvSheet;
import podo.web.sheet.SheetWriter;
import podo.web.sheet.XlsxSheet;

/**
 * Downloads of an event's orders and money. Orders are read and written some hundred at a time, so that an export of any length needs the memory
 * of one page.
 */
@Controller
class ExportPages {

    private static final int ORDERS_AT_ONCE = 500;
    private static final int TRIES = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OrganiserOrderClient orders;
    private final EventClient events;
    private final EventTexts texts;
    private final Times times;
    private final Words words;

    ExportPages(OrganiserOrderClient orders, EventClient events, EventTexts texts, Times times, Words words) {
        this.orders = orders;
        this.events = events;
        this.texts = texts;
        this.times = times;
        this.words = words;
    }

    @GetMapping("/admin/events/{id}/orders.csv")
    void ordersAsCsv(@PathVariable long id, HttpServletResponse response) throws IOException {
        ListedEvent event = events.getOwn(id);
        LinePage first = page(id, "");
        startDownload(CSV, "orders-" + id + ".csv", response);
        SheetWriter sheet = new CsvSheet(response.getOutputStream());
        writeOrders(event, first, sheet);
        sheet.close();
    }

    @GetMapping("/admin/events/{id}/orders.xlsx")
    void ordersAsXlsx(@PathVariable long id, HttpServletResponse response) throws IOException {
        ListedEvent event = events.getOwn(id);
        LinePage first = page(id, "");
        startDownload(XLSX, "orders-" + id + ".xlsx", response);
        SheetWriter sheet = new XlsxSheet(response.getOutputStream());
        writeOrders(event, first, sheet);
        sheet.close();
    }

    @GetMapping("/admin/events/{id}/money.csv")
    void moneyAsCsv(@PathVariable long id, HttpServletResponse response) throws IOException {
        ListedEvent event = events.getOwn(id);
        EventMoney money = orders.money(id);
        startDownload(CSV, "money-" + id + ".csv", response);
        try (SheetWriter sheet = new CsvSheet(response.getOutputStream())) {
            sheet.write(headings(
                    "money.day",
                    "tickets.grade",
                    "money.kind",
                    "money.tickets",
                    "money.amount",
                    "money.fee",
                    "pay.kind",
                    "desk.way",
                    "money.face",
                    "admin.event",
                    "admin.event.starts"));
            for (MoneyLine line : money.lines()) {
                sheet.write(List.of(
                        line.day(),
                        line.grade(),
                        words.of("money.kind." + line.kind()),
                        line.tickets(),
                        line.amount(),
                        line.fee(),
                        line.kindOfTicket(),
                        words.of(line.wayKey()),
                        "",
                        texts.title(event),
                        time(event.startsAt())));
            }
            for (GivenLine line : money.givenOrNone()) {
                sheet.write(List.of(
                        line.day(),
                        line.grade(),
                        words.of("money.kind.GIVEN"),
                        line.tickets(),
                        0,
                        0,
                        line.ticketKind(),
                        words.of(line.wayKey()),
                        line.faceValue(),
                        texts.title(event),
                        time(event.startsAt())));
            }
        }
    }

    /** Once the first page is read: a refusal is still a page. What fails afterwards breaks the download off, and never ends like a whole file. */
    private static void startDownload(String type, String name, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.flushBuffer();
    }

    private void writeOrders(ListedEvent event, LinePage first, SheetWriter sheet) throws IOException {
        sheet.write(headings(
                "order.order",
                "order.when",
                "admin.state",
                "account.name",
                "account.email",
                "tickets.section",
                "tickets.row",
                "tickets.seat",
                "tickets.grade",
                "order.price",
                "order.seat-state",
                "order.ticket",
                "order.note",
                "pay.kind",
                "desk.way",
                "names.on-ticket",
                "admin.event",
                "admin.event.starts",
                "order.code",
                "order.let-in"));
        LinePage page = first;
        while (true) {
            for (Line line : page.lines()) {
                sheet.write(row(line, event));
            }
            if (page.last() == null) {
                return;
            }
            page = page(event.id(), page.last());
        }
    }

    /** Once more after a failure: the file has begun, and a page in it is not to be missed because a service starts anew. */
    private LinePage page(long id, String after) {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return orders.lines(id, after, ORDERS_AT_ONCE);
            } catch (ServiceRefusal refusal) {
                if (refusal.status() < 500) {
                    throw refusal;
                }
            }
        }
        return orders.lines(id, after, ORDERS_AT_ONCE);
    }

    private List<String> headings(String... keys) {
        return Arrays.stream(keys).map(key -> words.of(key)).toList();
    }

    private List<Object> row(Line line, ListedEvent event) {
        return List.of(
                line.orderId(),
                time(line.createdAt()),
                words.of(line.statusKey()),
                line.name(),
                line.email(),
                line.section(),
                line.row(),
                line.row().isEmpty() ? "" : line.number(),
                line.grade(),
                line.price(),
                words.of("order.seat-state." + line.seatStatus()),
                line.ticket() == null ? "" : line.ticket(),
                line.note() == null ? "" : line.note(),
                line.kind() == null ? "" : line.kind(),
                words.of(line.wayKey()),
                line.ticketName() == null ? "" : line.ticketName(),
                texts.title(event),
                time(event.startsAt()),
                line.code() == null ? "" : line.code(),
                Boolean.TRUE.equals(line.used()) ? words.of("export.yes") : "");
    }

    /** As spreadsheets read it, to the second. */
    private String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(times.zoneId()));
    }
}
