package podo.web.boxoffice;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.orders.OrganiserOrderClient;
import podo.web.orders.OrganiserOrderClient.Order;

/** What the desk hands out: the receipt of an order, and its tickets. */
@Controller
@RequestMapping("/admin/orders/{orderId}")
class ReceiptPages {

    /** Seconds until the page looks again whether the tickets are issued. */
    private static final int LOOK_AGAIN = 1;

    private final OrganiserOrderClient orders;
    private final BoxOfficeClient boxOffice;

    ReceiptPages(OrganiserOrderClient orders, BoxOfficeClient boxOffice) {
        this.orders = orders;
        this.boxOffice = boxOffice;
    }

    /** @param sold present right after the sale */
    @GetMapping("/receipt")
    String receipt(@PathVariable String orderId, @RequestParam(required = false) @Nullable String sold, Model model) {
        Order order = orders.get(orderId);
        model.addAttribute("order", order);
        model.addAttribute("sold", sold != null);
        if (order.isUnderWay()) {
            model.addAttribute("retry", LOOK_AGAIN);
        }
        return "boxoffice/receipt";
    }

    @GetMapping("/tickets.pdf")
    ResponseEntity<byte[]> tickets(@PathVariable String orderId) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("podo-tickets.pdf")
                                .build()
                                .toString())
                .body(boxOffice.tickets(orderId).getBody());
    }
}
