vcl 4.1;

# Varnish in front of a newsroom, with CDN_MAX_AGE set, PURGE_STYLE=varnish and PURGE_URL the address of this Varnish.
# It needs the package varnish-modules, for purging by key. In front of several nodes the backend is their balancer.
import std;
import xkey;

backend newsroom {
  .host = "127.0.0.1";
  .port = "3000";
  .probe = { .url = "/readyz"; .interval = 1s; .timeout = 1s; .window = 3; .threshold = 2; .initial = 2; }
}

# Whoever may purge: every node.
acl newsrooms {
  "127.0.0.1";
}

sub vcl_recv {
  if (req.method == "PURGE") {
    if (client.ip !~ newsrooms) { return (synth(405, "Not allowed")); }
    set req.http.n-gone = xkey.softpurge(req.http.surrogate-key);
    return (synth(200, "Purged " + req.http.n-gone));
  }
  # Editors, guests and the newsroom's own health go through, and so do files that members alone see.
  if (req.url ~ "^/(studio|sign-in|setup|account|preview|sign-off|embargo|meeting|healthz|readyz)(/|$|\?)" ||
      (req.url ~ "^/api/" && req.url !~ "^/api/v1(/|$|\?)") || (req.url ~ "^/files/" && req.http.cookie)) {
    return (pass);
  }
  unset req.http.cookie;
  # While the newsroom answers, nothing is sent for longer than readers would notice after it has changed.
  if (std.healthy(req.backend_hint)) { set req.grace = 1s; }
}

sub vcl_backend_response {
  if (beresp.http.surrogate-key) { set beresp.http.xkey = beresp.http.surrogate-key; }
  # Varnish does not know stale-if-error by itself.
  if (beresp.http.cache-control ~ "stale-if-error") { set beresp.grace = 7d; }
  # A node that is starting or in trouble does not take the place of what is kept.
  if (beresp.status >= 500 && bereq.is_bgfetch) { return (abandon); }
}

# A newsroom that has just gone away, before the probe knows: what is kept is sent after all.
sub vcl_backend_error {
  if (bereq.retries == 0) { return (retry); }
}

sub vcl_deliver {
  unset resp.http.xkey;
  unset resp.http.surrogate-key;
}
