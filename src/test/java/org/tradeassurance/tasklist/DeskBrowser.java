package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradeassurance.Chromium;

/** A real browser at a desk; remembers what a good page never does. */
class DeskBrowser {

    private static final double PATIENCE = 60_000;

    /** A page that is left, or redrawn, asks no further. */
    private static final String LEFT = "net::ERR_ABORTED";

    /** Who is logged in where, in which language: they stay so, and their browser keeps the files that it has seen. */
    private static final Map<String, BrowserContext> PEOPLE = new HashMap<>();

    private final Browser browser = Chromium.started();
    private final String base;
    final List<String> complaints = new ArrayList<>();

    DeskBrowser(String base) {
        this.base = base;
    }

    /**
     * Goes to an address as somebody of the sandbox, who logs in the first time. The page that was asked for has come when this answers:
     * requests of a page that is still on its way could slip past a route that a test lays.
     */
    Page open(String language, String user, String path) {
        return open(language, user, path, 1440, 900);
    }

    Page open(String language, String user, String path, int width, int height) {
        BrowserContext context = PEOPLE.computeIfAbsent(
                String.join(" ", base, language, user),
                person -> browser.newContext(new Browser.NewContextOptions().setLocale(language)));
        Page page = context.newPage();
        page.setViewportSize(width, height);
        page.setDefaultTimeout(PATIENCE);
        listen(page);
        forget(page);
        page.navigate(base + path);
        Locator password = page.locator("input[name=password]");
        if (password.count() > 0) {
            page.fill("input[name=username]", user);
            password.fill("sandbox");
            page.click("button");
            password.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        return page;
    }

    /** Nothing that an earlier test has typed or chosen is left but the login. */
    private void forget(Page page) {
        JsonObject storage = new JsonObject();
        storage.addProperty("origin", base);
        storage.addProperty("storageTypes", "local_storage");
        page.context().newCDPSession(page).send("Storage.clearDataForOrigin", storage);
    }

    private void listen(Page page) {
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            boolean told = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !told) {
                complaints.add("console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        page.onRequestFailed(request -> {
            if (!LEFT.equals(request.failure())) {
                complaints.add(request.failure() + " " + request.url());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                complaints.add("another host: " + request.url());
            }
        });
    }

    /** Keeps a picture of the whole page to look at, if the run names a folder: {@code -Dscreenshots=folder}. */
    void picture(Page page, String name) {
        String folder = System.getProperty("screenshots");
        if (folder != null) {
            page.waitForTimeout(1000);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    /** What a test has brought about on purpose is no complaint. */
    void expected(String start) {
        assertThat(complaints).anyMatch(complaint -> complaint.startsWith(start));
        complaints.removeIf(complaint -> complaint.startsWith(start));
    }

    /** Closes what is open, so that all that it has to say is said. */
    void leave() {
        browser.contexts().forEach(context -> List.copyOf(context.pages()).forEach(Page::close));
    }
}
