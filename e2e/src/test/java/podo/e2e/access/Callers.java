package podo.e2e.access;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.RunningStack;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;

/** The seven callers: an API client each and, but for the service, a session of the pages each. */
final class Callers {

    private final Map<Caller, Api> apis = new EnumMap<>(Caller.class);
    private final Map<Caller, Visit> visits = new EnumMap<>(Caller.class);
    private final Fan fan = Fan.fresh();

    Callers() {
        Fan other = Fan.fresh();
        apis.put(Caller.NOBODY, Api.open());
        apis.put(Caller.FAN, fan.api());
        apis.put(Caller.OTHER_FAN, other.api());
        apis.put(Caller.ORGANISER, Fan.organiser());
        apis.put(Caller.OTHER_ORGANISER, Fan.otherOrganiser());
        apis.put(Caller.OPERATOR, Fan.operator());
        visit(Caller.FAN, fan.email(), fan.password());
        visit(Caller.OTHER_FAN, other.email(), other.password());
        visit(Caller.ORGANISER, "organiser@podo.dev", "podo-demo");
        visit(Caller.OTHER_ORGANISER, "other@podo.dev", "podo-demo");
        visit(Caller.OPERATOR, "operator@podo.dev", "podo-demo");
        visits.put(Caller.NOBODY, new Visit(RunningStack.URL));
    }

    private void visit(Caller caller, String email, String password) {
        var visit = new Visit(RunningStack.URL);
        visit.logIn(email, password);
        visits.put(caller, visit);
    }

    Fan fan() {
        return fan;
    }

    Visit page(Caller caller) {
        return visits.get(caller);
    }

    /**
     * The caller's client of {@code process}, with the caller's token. Straight at a process of the stack a service shows its own
     * certificate, everybody else one that no process names as a caller.
     */
    Api api(Caller caller, String process, String address) {
        if (caller == Caller.SERVICE) {
            String service = switch (process) {
                case "payment" -> "reservation";
                case "user" -> "notification";
                default -> "payment";
            };
            return new Api(address, List.of(), StackClients.as(service)).as(serviceToken(service, process));
        }
        return new Api(address, apis.get(caller).headers(), StackClients.as(StackClients.OUTSIDER));
    }

    static String serviceToken(String service, String audience) {
        try {
            byte[] secret = Base64.getDecoder().decode(StackProcesses.secret("user", "PODO_SERVICE_SECRET"));
            String head = encoded("{\"alg\":\"HS256\"}");
            String claims = encoded("{\"iss\":\"%s\",\"aud\":[\"%s\"],\"exp\":%d}"
                    .formatted(service, audience, System.currentTimeMillis() / 1000 + 50));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return head + "." + claims + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal((head + "." + claims).getBytes()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
    }
}
