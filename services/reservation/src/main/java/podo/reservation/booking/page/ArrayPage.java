package podo.reservation.booking.page;

import java.util.List;
import java.util.StringJoiner;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list whose body is an array, so that callers from before there were pages still read it: {@code X-Total-Count}
 * tells how many there are, {@code Link} (RFC 8288) where the other pages are.
 */
public final class ArrayPage {

    public static final String TOTAL = "X-Total-Count";

    private ArrayPage() {}

    /** @param number from 0 */
    public static <T> ResponseEntity<List<T>> of(List<T> content, int number, int size, long total) {
        long pages = (total + size - 1) / size;
        StringJoiner links = new StringJoiner(", ");
        if (number > 0) {
            links.add(link("first", 0)).add(link("prev", Math.min(number, pages) - 1));
        }
        if (number + 1 < pages) {
            links.add(link("next", number + 1)).add(link("last", pages - 1));
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(TOTAL, Long.toString(total));
        return (links.length() == 0 ? answer : answer.header(HttpHeaders.LINK, links.toString())).body(content);
    }

    /** A relative address, because the caller came through the gateway. */
    private static String link(String relation, long page) {
        String query = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", Math.max(0, page))
                .build()
                .getQuery();
        return "<?" + query + ">; rel=\"" + relation + "\"";
    }
}
