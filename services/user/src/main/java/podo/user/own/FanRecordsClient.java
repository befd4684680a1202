package podo.user.own;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What another service keeps under an account's number: rows by table. */
interface FanRecordsClient {

    @GetExchange("/internal/fans/{id}/records")
    Map<String, List<Map<String, Object>>> records(@PathVariable long id);
}
