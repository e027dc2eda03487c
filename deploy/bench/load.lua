-- For wrk: asks for the paths that a file lists, in turn, and prints what came of it as one line of JSON.
-- wrk ... -s load.lua URL -- FILE [MILLISECONDS]   (how long a connection waits before its next request)
local requests = {}
local at = 0
local pause = 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
  pause = tonumber(args[2] or "0")
  -- Each thread begins elsewhere.
  at = math.floor(#requests / 7 * number) % #requests
  if pause > 0 then
    delay = function() return math.random(0, 2 * pause) end
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"longest":%.3f,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
