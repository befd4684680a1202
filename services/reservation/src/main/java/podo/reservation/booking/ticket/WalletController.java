package podo.reservation.booking.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.ticket.face.TicketFace;
import podo.reservation.booking.ticket.wallet.Wallets;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** A valid ticket in the wallet of a phone. 404 where the wallet is not configured, and for what is not the caller's or not valid. */
@Tag(name = "Tickets")
@RestController
class WalletController {

    /** @param saveUrl where the browser goes to save it; it holds the ticket's code, so it is for the fan alone */
    record GooglePass(String saveUrl) {}

    private static final MediaType PASS = MediaType.parseMediaType("application/vnd.apple.pkpass");

    private final TicketFaces faces;
    private final Wallets wallets;

    WalletController(TicketFaces faces, Wallets wallets) {
        this.faces = faces;
        this.wallets = wallets;
    }

    @Operation(summary = "Get the address that saves a ticket to Google Wallet")
    @GetMapping("/api/tickets/{id}/google-wallet")
    ResponseEntity<GooglePass> google(@PathVariable long id, Fan fan, Locale language) {
        String link = wallets.googleLink(own(id, fan, language), language).orElseThrow(NotFound::new);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new GooglePass(link));
    }

    @Operation(summary = "Get a ticket as a pass for Apple Wallet")
    @GetMapping("/api/tickets/{id}/apple-wallet.pkpass")
    ResponseEntity<byte[]> apple(@PathVariable long id, Fan fan, Locale language) {
        byte[] pass = wallets.applePass(own(id, fan, language), language).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(PASS)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("podo-ticket-" + id + ".pkpass")
                                .build()
                                .toString())
                .body(pass);
    }

    private TicketFace own(long id, Fan fan, Locale language) {
        return faces.find(fan.id(), id, language).orElseThrow(NotFound::new);
    }
}
