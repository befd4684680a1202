package podo.e2e.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import podo.e2e.Fan;
import podo.e2e.RunningStack;

/** A session of the pages that sends their forms with random fields. */
final class PageForms {

    record Sent(String page, String action, String fields, int status) {}

    private final Connection session = Jsoup.newSession()
            .timeout(60_000)
            .ignoreHttpErrors(true)
            .ignoreContentType(true)
            .followRedirects(false)
            .header("Accept", "text/html");
    private final List<String> pages;
    private final String email;
    private final String password;

    PageForms(Fan fan, List<String> pages) {
        this(fan.email(), fan.password(), pages);
    }

    PageForms(String email, String password, List<String> pages) {
        this.email = email;
        this.password = password;
        this.pages = pages;
        logIn();
    }

    private void logIn() {
        try {
            Document page = get("/login");
            session.newRequest(RunningStack.URL + "/login")
                    .data("email", email)
                    .data("password", password)
                    .data("_csrf", page.select("input[name=_csrf]").attr("value"))
                    .method(Connection.Method.POST)
                    .execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the forms of one of the pages; a form that ends the session is sent, and the session begins again. */
    Sent submitSome(Dice dice) {
        String path = dice.of(pages);
        try {
            Document page = get(path);
            List<FormElement> forms = page.forms();
            if (page.connection().response().statusCode() >= 500 || forms.isEmpty()) {
                return new Sent(path, "GET", "", page.connection().response().statusCode());
            }
            FormElement form = dice.of(forms);
            Connection send = session.newRequest(
                            form.absUrl("action").isEmpty() ? page.location() : form.absUrl("action"))
                    .method(
                            form.attr("method").equalsIgnoreCase("post")
                                    ? Connection.Method.POST
                                    : Connection.Method.GET);
            form.formData().stream()
                    .filter(field -> !dice.oneIn(10))
                    .forEach(field -> send.data(
                            field.key(), field.key().equals("_csrf") || dice.oneIn(3) ? field.value() : dice.text()));
            String fields = send.request().data().stream()
                    .filter(field -> !field.key().equals("_csrf"))
                    .map(field -> field.key() + "=" + field.value())
                    .collect(Collectors.joining("&"));
            int status = send.execute().statusCode();
            if (form.attr("action").contains("logout")) {
                logIn();
            }
            return new Sent(path, send.request().url().getPath(), fields, status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document get(String path) throws IOException {
        return session.newRequest(RunningStack.URL + path).get();
    }
}
