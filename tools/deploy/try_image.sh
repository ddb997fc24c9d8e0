#!/usr/bin/env bash
# Builds the image with its own Dockerfile where no registry of images can be reached, and runs it as Compose would: as
# its user, on a file system that it can't write, without any capability. Needs root, and Debian's debootstrap, buildah
# and util-linux; takes some minutes. Debian's Python stands in for the official image, which is built on Debian too.
#   tools/deploy/try_image.sh FOLDER [options of buildah...]
# FOLDER is for what it makes. What lies in FOLDER/etc (a pip.conf, say) goes into the stand-in's /etc.
set -euo pipefail
folder=$(realpath -m "$1"); shift
project=$(realpath "$(dirname "$0")/../..")
base=docker.io/library/python:3.11-slim-bookworm
mkdir -p "$folder/etc" "$folder/data" "$folder/models"
chown 10001:10001 "$folder/data" "$folder/models"
images=(buildah --root "$folder/images" --runroot "$folder/run")

if ! "${images[@]}" inspect --type image $base >/dev/null 2>&1; then
  debootstrap --variant=minbase --include=python3.11,python3-pip,python3.11-venv,ca-certificates bookworm "$folder/debian"
  ln -sf /usr/bin/python3.11 "$folder/debian/usr/local/bin/python"
  cp -r "$folder/etc" "$folder/debian/"
  printf 'FROM scratch\nCOPY debian /\nENV PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin\n' >"$folder/Stand-in"
  "${images[@]}" build --isolation chroot --tag $base --file "$folder/Stand-in" "$folder"
fi
"${images[@]}" build --format docker --isolation chroot --layers "$@" --tag lukis "$project"
container=$("${images[@]}" from lukis)
root=$("${images[@]}" mount "$container")
trap '"${images[@]}" rm "$container" >/dev/null' EXIT

# run COMMAND: in the image, as its first process
run() {
  unshare --mount --pid --fork --kill-child --propagation private bash -euc '
    root=$1 folder=$2; shift 2
    mount --bind "$root" /mnt && mount -o remount,bind,ro /mnt
    for each in data models; do mount --bind "$folder/$each" "/mnt/$each"; done
    mount -t tmpfs -o nosuid,nodev,noexec tmp /mnt/tmp
    mount -t proc proc /mnt/proc && mount --rbind /dev /mnt/dev
    exec chroot /mnt setpriv --reuid 10001 --regid 10001 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \
      env -i -C /data HOME=/data PATH=/opt/lukis/bin:/usr/local/bin:/usr/bin:/bin DATA_DIR=/data MODELS_DIR=/models \
      PYTHONUNBUFFERED=1 WEB_PORT="${WEB_PORT:-8017}" METRICS_PORT="${METRICS_PORT:-8018}" TRANSLATORS=glossary "$@"
  ' run "$root" "$folder" "$@"
}

run lukis imagine "a red fox in the snow" --seed 7 -o /data/fox.png
run sh -c '! touch /opt/lukis/new 2>/dev/null' && echo "nothing can be written but data"
run lukis run &
until METRICS_PORT=${METRICS_PORT:-8018} python3 "$project/deploy/healthy.py" 2>/dev/null; do sleep 1; done
echo "it is healthy"
kill -TERM "$(pgrep --parent "$(pgrep --parent $!)")"
wait $! && echo "it ended by itself"
