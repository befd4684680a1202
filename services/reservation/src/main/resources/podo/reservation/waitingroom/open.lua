-- Lays out the room or changes its times. ARGV: lobbyOpensAt, onSaleAt, offerMillis (ms), drawn 0|1, highest number given,
-- highest number served, silence inside (ms), width of an age in the life table (ms), and then, for what must survive a loss: the
-- highest number that may be given, 1 when the room had been laid out before and was lost, how long it then rests (ms), how many
-- were drawn, until when its keys are kept (ms). Without this there is no room: a rebuilt line is written first, and seen all at once.
if redis.call('EXISTS', meta) == 0 then
  redis.call('HSET', meta, 'drawn', ARGV[4], 'next', ARGV[5], 'serving', ARGV[6], 'budget', 0, 'room', 0, 'open', 0,
    'rebuilt', ARGV[10] or '0', 'ceiling', ARGV[9] or ARGV[5] + 1e12, 'process', process(), 'saved', redis.call('LASTSAVE'), 'keepUntil', ARGV[13] or 0)
  if ARGV[10] == '1' then
    redis.call('HSET', meta, 'restUntil', now + tonumber(ARGV[11]))
    lose(tonumber(ARGV[12]), tonumber(ARGV[5]))
  end
  keep()
end
redis.call('HSET', meta, 'lobbyOpensAt', ARGV[1], 'onSaleAt', ARGV[2], 'offerMillis', ARGV[3],
  'silenceInside', ARGV[7], 'ageWidth', ARGV[8] or '18750')
return 1
